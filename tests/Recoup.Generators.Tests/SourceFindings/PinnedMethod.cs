using Recoup.Binding.Types;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>A method, by the action or operation it stands for.</summary>
internal sealed record PinnedMethod(string Subject, string Name, IReadOnlyList<MemberModel> Parameters, string Gives, TypeUse? Result);
