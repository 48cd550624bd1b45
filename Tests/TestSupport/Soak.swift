import Glibc

/// Whether long tests run in full (`DOSSIER_SOAK=1`, as `make soak` sets it), or as a sample.
public enum Soak {
    public static let isOn = getenv("DOSSIER_SOAK").map { String(cString: $0) == "1" } ?? false

    /// `full` where the long tests run in full, else `sample`.
    public static func pick<Value>(sample: Value, full: Value) -> Value { isOn ? full : sample }
}
