using Recoup.Emulator.Control.Calls;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The operations of the control API, which specs/emulator.json describes.</summary>
internal static class ControlRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        .. ActionRoutes.All,
        .. AccountRoutes.All,
        .. StubRoutes.All,
        .. FileRoutes.All,
        .. JournalRoutes.All,
        .. BehaviorRoutes.All,
        .. ClockRoutes.All,
        .. StateRoutes.All,
        .. EventRoutes.All,
    ];
}
