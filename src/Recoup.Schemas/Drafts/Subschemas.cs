namespace Recoup.Schemas.Drafts;

/// <summary>Where a keyword's value holds subschemas.</summary>
internal enum Subschemas
{
    None,
    One,
    Array,
    Map,
    OneOrArray,

    /// <summary>A map whose values are schemas or arrays of names: <c>dependencies</c>.</summary>
    MapOrNames,
}
