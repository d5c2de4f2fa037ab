namespace Recoup.Packages.Tests;

/// <summary>The assemblies that travel inside the packages of others: beside the generator, and in the tool.</summary>
public sealed class TravelingAssemblyTests
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    // What every host of the compiler, or of an editor, brings itself.
    private static readonly string[] Host =
        [
            "netstandard",
            "Microsoft.CodeAnalysis",
            "Microsoft.CodeAnalysis.CSharp",
            "Microsoft.CodeAnalysis.Workspaces",
            "System.Collections.Immutable",
            "System.Composition.AttributedModel",
        ];

    public static TheoryData<string> Ids => new(PackageFolder.Ids);

    [Fact]
    public void What_the_generator_stands_on_lies_beside_it_and_nothing_else()
    {
        using var typed = PackageFolder.Open("Recoup.Typed");
        var beside = typed.Contents.Where(entry => entry.StartsWith(Analyzers, StringComparison.Ordinal))
            .ToDictionary(Name, entry => Assemblies.References(typed.Read(entry)));

        var needed = new HashSet<string>();
        var open = new Stack<string>(["Recoup.Generators", "Recoup.CodeFixes"]);
        while (open.TryPop(out var name))
        {
            if (!Host.Contains(name) && needed.Add(name))
                beside.GetValueOrDefault(name, []).ToList().ForEach(open.Push);
        }

        beside.Keys.Order().ShouldBe(needed.Order());
    }

    [Theory]
    [InlineData("Recoup.Typed", Analyzers, "lib/netstandard2.0/", "Recoup.Catalogs", "Recoup.Schemas")]
    [InlineData("Recoup.Cli", "tools/net10.0/any/", "lib/netstandard2.0/", "Recoup.Catalogs")]
    [InlineData(
        "Recoup.Cli", "tools/net10.0/any/", "lib/net10.0/", "Recoup.Contracts", "Recoup.Emulator", "Recoup.Schemas", "Recoup.Typed")]
    public void A_library_is_the_same_wherever_it_travels_so_that_its_symbols_fit(
        string id, string folder, string ownFolder, params string[] libraries)
    {
        using var package = PackageFolder.Open(id);
        foreach (var library in libraries)
        {
            using var own = PackageFolder.Open(library);
            package.Read($"{folder}{library}.dll").AsSpan().SequenceEqual(own.Read($"{ownFolder}{library}.dll")).ShouldBeTrue(library);
        }
    }

    [Theory]
    [InlineData("Recoup.Typed", Analyzers)]
    [InlineData("Recoup.Cli", "tools/net10.0/any/")]
    public void The_binder_has_no_package_and_is_the_same_in_every_package_that_holds_it(string id, string folder)
    {
        using var contracts = PackageFolder.Open("Recoup.Contracts");
        using var package = PackageFolder.Open(id);

        package.Read($"{folder}Recoup.Binding.dll").AsSpan().SequenceEqual(contracts.Read("lib/net10.0/Recoup.Binding.dll")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_assembly_of_ours_has_its_symbols_inside_or_in_a_symbol_package(string id)
    {
        using var package = PackageFolder.Open(id);
        using var symbols = PackageFolder.OpenSymbols(id);
        var ours = package.Entries(".dll")
            .Where(entry => Name(entry) == "recoup" || Name(entry).StartsWith("Recoup.", StringComparison.Ordinal))
            .ToList();

        ours.ShouldNotBeEmpty();
        // One that has a package of its own is the same there.
        foreach (var entry in ours.Where(entry => Name(entry) == id || !PackageFolder.Ids.Contains(Name(entry))))
        {
            var assembly = package.Read(entry);
            if (!Assemblies.HasEmbeddedSymbols(assembly))
                Assemblies.IdOfSymbols(symbols.ShouldNotBeNull().Read(Path.ChangeExtension(entry, ".pdb")))
                    .ShouldBe(Assemblies.SymbolsId(assembly), entry);
        }
    }

    private static string Name(string entry) => Path.GetFileNameWithoutExtension(entry);
}
