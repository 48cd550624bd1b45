import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// How long drawing takes, in an optimised build: these are no tests of a debug build, and of no busy machine.
@Suite(.serialized, .enabled(if: Soak.isOn, "in an optimised build only")) struct DrawingTimeTests {
    /// The median of many, so that a slow moment of the machine says nothing.
    private func median(_ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<101).map { _ in clock.measure(work) }.sorted()[50]
    }

    private func bench() -> Bench { Bench(Fixture.articles(200), columns: 200, rows: 60) }

    @Test(arguments: ["", "Enter", "3", "/ 'extradition"]) func aFullFrame(_ keys: String) {
        let bench = bench()
        bench.press(keys)
        let time = median { _ = bench.canvas }
        #expect(time < .milliseconds(2), "\(time)")
    }

    @Test(arguments: ["", "Enter"]) func aLineScrolled(_ keys: String) {
        let bench = bench()
        bench.press(keys)
        var isDown = false
        let time = median {
            isDown.toggle()
            bench.press(isDown ? "C-e" : "C-y")
            _ = bench.canvas
        }
        // Most of it is a whole frame; the terminal gets what changed.
        #expect(time < .milliseconds(1), "\(time)")
    }
}
