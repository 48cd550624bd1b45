// A program that shows what `Screen` does, driven by the tests through a pseudo-terminal: see `Demo`.
import Glibc
import Terminal

do {
    let demo = try Demo()
    demo.run()
} catch {
    fputs("terminal-demo: \(error.message)\n", stderr)
    exit(1)
}
