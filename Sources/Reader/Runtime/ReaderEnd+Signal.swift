import Glibc
import Terminal

extension ReaderEnd {
    /// The number of the signal that ended the reader; nothing where the user left. A terminal that is gone counts as its
    /// signal, whether or not that came.
    public var signal: Int32? {
        switch self {
        case .left, .explores: nil
        case .hungUp: SIGHUP
        case .signalled(.interrupt): SIGINT
        case .signalled(.quit): SIGQUIT
        case .signalled(.terminate): SIGTERM
        }
    }
}
