import Glibc

/// Whether this is a build with a sanitizer, as `Scripts/sanitize` says: it needs so much memory for itself that a worker's
/// limit on memory is not set.
public enum Sanitizer {
    public static let isOn = getenv("DOSSIER_SANITIZED") != nil
}
