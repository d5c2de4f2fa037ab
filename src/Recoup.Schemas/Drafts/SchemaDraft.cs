namespace Recoup.Schemas;

/// <summary>The published drafts of JSON Schema that the engine knows.</summary>
public enum SchemaDraft
{
    /// <summary>Draft 4, <c>http://json-schema.org/draft-04/schema#</c>.</summary>
    Draft4,

    /// <summary>Draft 6, <c>http://json-schema.org/draft-06/schema#</c>.</summary>
    Draft6,

    /// <summary>Draft 7, <c>http://json-schema.org/draft-07/schema#</c>.</summary>
    Draft7,

    /// <summary>Draft 2019-09, <c>https://json-schema.org/draft/2019-09/schema</c>.</summary>
    Draft201909,

    /// <summary>Draft 2020-12, <c>https://json-schema.org/draft/2020-12/schema</c>.</summary>
    Draft202012,
}
