import CCurl
import Text

/// Fetching over HTTP.
public enum Fetching {}
