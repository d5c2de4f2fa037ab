using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>A connector as C#, and the problems on the way.</summary>
/// <param name="Model">The connector.</param>
/// <param name="Problems">The problems, with action and pointer but without positions.</param>
internal sealed record BoundConnector(ConnectorModel Model, EquatableArray<Problem> Problems);
