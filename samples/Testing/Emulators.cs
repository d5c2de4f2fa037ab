using Recoup.Catalogs;
using Recoup.Emulator;

namespace Testing;

/// <summary>One emulator for each test, all over one catalog that is read once.</summary>
internal static class Emulators
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    // Strict: what a test did not foresee fails it.
    public static RecoupEmulator Start(ApiBehavior behavior = ApiBehavior.Documented) =>
        RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior, Strict = true });
}
