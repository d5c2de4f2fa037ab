using System.Text.Json;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Sources;

/// <summary>A keyword in a schema object, with its subschemas.</summary>
internal readonly record struct KeywordUse(KeywordRow Row, JsonElement Value, int FirstChild, int ChildCount);
