import CaravanClient

@main
struct Main {
    static func main() async { await CaravanProgram.main() }
}
