using Recoup.AI.Toolbox.Signatures;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>A text of an action that is searched.</summary>
/// <param name="Weight">What a word in it counts.</param>
/// <param name="LengthPenalty">How much less a word counts in a text that is longer than the average, from 0 to 1 (BM25's b).</param>
/// <param name="Words">Reads the words. They are bounded, so that a catalog cannot make the index large with few actions.</param>
internal sealed record Field(float Weight, float LengthPenalty, Func<WordReader, CatalogAction, List<string>> Words)
{
    /// <summary>The most words of a text that are searched.</summary>
    public const int MostWords = 200;

    private const int MostParameters = 100;

    private static readonly Field Slug = new(3, 0.75f, (reader, action) => reader.Read(action.Slug, MostWords));

    /// <summary>All fields. The slug is the first.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        Slug,
        new(1, 0.5f, (reader, action) => reader.Read(action.Name, MostWords)),
        new(0.5f, 0.3f, (reader, action) => reader.Read(action.Description, MostWords)),
        new(0.4f, 0, ParameterNames),
    ];

    /// <summary>Whether the text is the slug.</summary>
    public bool IsSlug => ReferenceEquals(this, Slug);

    private static List<string> ParameterNames(WordReader reader, CatalogAction action)
    {
        var words = new List<string>();
        foreach (var name in ParameterReader.Names(action).Take(MostParameters))
            words.AddRange(reader.Read(name, MostWords - words.Count, isName: true));
        return words;
    }
}
