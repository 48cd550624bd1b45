import Glibc
import Sync

/// Shows how far a job is, on a terminal and not too often.
final class StatusPace {
    private static let interval = 0.1
    private var last = -1.0

    func show(_ message: () -> String) {
        guard Output.errorsGoToTerminal else { return }
        let now = SyncOptions.steadyClock()
        guard now - last >= Self.interval else { return }
        last = now
        Output.showProgress(message())
    }

    /// `, 310 a second, 2 min left`: as much of it as is known.
    static func suffix(_ rate: Double?, _ remaining: Double?) -> String {
        guard let rate, rate >= 1 else { return "" }
        return ", \(Int(rate)) a second" + (remaining.map { ", \(time($0)) left" } ?? "")
    }

    private static func time(_ seconds: Double) -> String {
        let seconds = Int(min(max(seconds.rounded(.up), 0), 1e9))
        return seconds < 60 ? "\(seconds) s" : seconds < 3_600 ? "\((seconds + 59) / 60) min" : "\((seconds + 3_599) / 3_600) h"
    }
}
