namespace Recoup.Generators.Analyzers.Checks;

/// <summary>What generated code checks at one place: a parameter, a member of a class, or the items of either.</summary>
internal sealed class PlaceChecks
{
    private PlaceChecks? _items;

    /// <summary>The checks of the value, in the order in which the generated code makes them.</summary>
    public List<ValueCheck> Value { get; } = [];

    /// <summary>Whether the place takes the descriptor of a staged file and no address.</summary>
    public bool TakesDescriptorOnly { get; set; }

    /// <summary>The checks of the items of a list or the values of a map, or null if nothing was read about them.</summary>
    public PlaceChecks? Items => _items;

    /// <summary>Returns the place of the items, and creates it if it is new.</summary>
    public PlaceChecks AddItems() => _items ??= new PlaceChecks();
}
