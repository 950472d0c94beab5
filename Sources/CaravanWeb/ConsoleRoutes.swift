import Hummingbird

/// The pages of the console.
enum ConsoleRoutes {
    static func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { _, _ in "Caravan" }
        return router
    }
}
