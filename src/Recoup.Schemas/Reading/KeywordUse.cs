using System.Text.Json;
using Recoup.Schemas.Keywords;

namespace Recoup.Schemas.Reading;

/// <summary>A keyword as it stands in a schema object, with the subschemas it holds.</summary>
internal readonly record struct KeywordUse(KeywordRow Row, JsonElement Value, int FirstChild, int ChildCount);
