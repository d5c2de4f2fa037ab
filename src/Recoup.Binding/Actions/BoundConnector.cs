using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>A connector as C#, and what was noticed on the way.</summary>
/// <param name="Model">The connector.</param>
/// <param name="Problems">The problems, by action and pointer, without places.</param>
internal sealed record BoundConnector(ConnectorModel Model, EquatableArray<Problem> Problems);
