namespace Recoup.Schemas.Drafts;

/// <summary>The vocabularies of drafts 2019-09 and 2020-12. Earlier drafts always include all of them.</summary>
internal enum Vocabulary
{
    Core,
    Applicator,
    Unevaluated,
    Validation,
    MetaData,
    Format,
    Content,

    /// <summary>Extensions that belong to no vocabulary and are understood in every dialect.</summary>
    None,
}
