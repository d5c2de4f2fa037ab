namespace Recoup.Schemas.Drafts;

/// <summary>The URIs of the published vocabularies.</summary>
internal static class VocabularyTable
{
    private const string V2019 = "https://json-schema.org/draft/2019-09/vocab/";
    private const string V2020 = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly Dictionary<string, Vocabulary> Rows = new(StringComparer.Ordinal)
    {
        [V2019 + "core"] = Vocabulary.Core,
        [V2019 + "applicator"] = Vocabulary.Applicator,
        [V2019 + "validation"] = Vocabulary.Validation,
        [V2019 + "meta-data"] = Vocabulary.MetaData,
        [V2019 + "format"] = Vocabulary.Format,
        [V2019 + "content"] = Vocabulary.Content,
        [V2020 + "core"] = Vocabulary.Core,
        [V2020 + "applicator"] = Vocabulary.Applicator,
        [V2020 + "unevaluated"] = Vocabulary.Unevaluated,
        [V2020 + "validation"] = Vocabulary.Validation,
        [V2020 + "meta-data"] = Vocabulary.MetaData,
        [V2020 + "format-annotation"] = Vocabulary.Format,
        [V2020 + "format-assertion"] = Vocabulary.Format,
        [V2020 + "content"] = Vocabulary.Content,
    };

    public static Vocabulary? Find(string uri) => Rows.TryGetValue(uri, out var vocabulary) ? vocabulary : null;

    /// <summary>
    /// Whether a vocabulary enables the check of formats. In draft 2020-12 the format-assertion vocabulary does, required or not
    /// (validation, section 7.2.2). In draft 2019-09 the format vocabulary does if it is required (validation, section 7.2).
    /// </summary>
    public static bool AssertsFormat(string uri, bool isRequired) =>
        uri == V2020 + "format-assertion" || uri == V2019 + "format" && isRequired;
}
