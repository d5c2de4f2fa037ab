using Recoup.Binding.Types;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>Writes bound types as C#.</summary>
internal sealed record PinnedTypes(Func<TypeModel, string> Bare, Func<TypeUse, string> Use, Func<MemberModel, string> Of);
