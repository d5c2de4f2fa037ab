using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Api;

/// <summary>What a document was bound to.</summary>
/// <param name="Model">The class.</param>
/// <param name="Problems">What was decided or left out, each with its place.</param>
public sealed record BoundApi(ApiModel Model, EquatableArray<Problem> Problems);
