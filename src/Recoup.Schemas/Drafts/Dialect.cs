using Recoup.Schemas.Json;

namespace Recoup.Schemas.Drafts;

/// <summary>The keywords of a draft, or of a metaschema with some of its vocabularies.</summary>
internal sealed class Dialect
{
    private readonly Utf8Table<KeywordRow> _rows;

    public Dialect(SchemaDraft draft, IEnumerable<KeywordRow> rows, bool assertsFormat)
    {
        Draft = draft;
        AssertsFormat = assertsFormat;
        _rows = Utf8Table<KeywordRow>.Of(rows.Select(row => new KeyValuePair<string, KeywordRow>(row.Name, row)).ToList());
    }

    public SchemaDraft Draft { get; }

    /// <summary>Whether the metaschema enables the check of <c>format</c>.</summary>
    public bool AssertsFormat { get; }

    /// <summary>Up to draft 7, all keywords beside <c>$ref</c> are ignored.</summary>
    public bool ReferenceStandsAlone => Draft <= SchemaDraft.Draft7;

    public ReadOnlySpan<byte> IdName => Draft == SchemaDraft.Draft4 ? "id"u8 : "$id"u8;

    public string IdKeyword => Draft == SchemaDraft.Draft4 ? "id" : "$id";

    /// <summary>Up to draft 7, an id that is only a fragment is an anchor.</summary>
    public bool IdMayBeAnchor => Draft <= SchemaDraft.Draft7;

    /// <summary>From draft 6 on, 1.0 is an integer.</summary>
    public bool IntegersMayHaveFraction => Draft >= SchemaDraft.Draft6;

    public KeywordRow? Find(ReadOnlySpan<byte> name) => _rows.TryFind(name, out var row) ? row : null;
}
