using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Api;

/// <summary>An OpenAPI document as a class, and the problems on the way.</summary>
/// <param name="Model">The class.</param>
/// <param name="Problems">What was decided or left out, each with its position.</param>
internal sealed record BoundApi(ApiModel Model, EquatableArray<Problem> Problems);
