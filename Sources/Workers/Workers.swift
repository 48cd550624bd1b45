import Articles
import Formats
import Text

/// Work that is done by processes of our own.
public enum Workers {}
