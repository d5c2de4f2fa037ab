using Recoup.Catalogs;

namespace Recoup.Contracts.Learning;

/// <summary>The options of <see cref="ResultLearning"/>.</summary>
internal sealed class LearnOptions
{
    /// <summary>Whether an existing file is replaced. By default, it is widened, so that edits are kept.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The catalog of the actions, for the names of the C# that changes; null if it is not known.</summary>
    public RecoupCatalog? Catalog { get; init; }
}
