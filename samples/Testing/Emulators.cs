using Recoup.Catalogs;
using Recoup.Emulator;

namespace Testing;

/// <summary>Starts an emulator for each test. All of them share one catalog, which is read once.</summary>
internal static class Emulators
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    // Strict: a call that the test does not script makes it fail.
    public static RecoupEmulator Start(ApiBehavior behavior = ApiBehavior.Documented) =>
        RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior, Strict = true });
}
