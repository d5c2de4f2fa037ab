using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A bound of numbers.</summary>
internal sealed record Bound(Exact Value, bool IsExclusive);
