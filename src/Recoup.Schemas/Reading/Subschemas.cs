namespace Recoup.Schemas.Reading;

/// <summary>Where subschemas stand in a keyword's value.</summary>
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
