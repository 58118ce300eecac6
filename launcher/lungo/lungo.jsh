import static dev.lungo.Lungo.*;
