import Foundation
import Glibc

extension LibraryOptions {
    /// The system's clock.
    public static let systemClock: @Sendable () -> Int64 = { Int64(time(nil)) }

    /// A random UUID (version 4).
    public static let randomIdentifier: @Sendable () -> String = { UUID().uuidString.lowercased() }
}
