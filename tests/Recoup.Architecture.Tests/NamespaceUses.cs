using System.Reflection;
using System.Reflection.Emit;

namespace Recoup.Architecture.Tests;

/// <summary>Finds where the types of one namespace use those of another: in signatures and in method bodies.</summary>
internal static class NamespaceUses
{
    private const BindingFlags All = BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlyList<string> Of(Assembly assembly, string users, string used) =>
        [.. assembly.GetTypes()
            .Where(type => IsIn(type, users))
            .SelectMany(type => Types(type).Where(other => IsIn(other, used)).Select(other => $"{type} uses {other}"))
            .Distinct()];

    private static bool IsIn(Type type, string space) =>
        type.Namespace is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    private static IEnumerable<Type> Types(Type type)
    {
        var members = type.GetMembers(All).SelectMany(member => member switch
        {
            FieldInfo field => [field.FieldType],
            MethodBase method => Signature(method).Concat(Body(method)),
            _ => Enumerable.Empty<Type>(),
        });
        return members.Concat(type.GetInterfaces()).Append(type.BaseType).OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method is MethodInfo { ReturnType: var type } ? [type] : []);

    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;

        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
            {
                foreach (var type in Resolve(method, BitConverter.ToInt32(code, at)))
                    yield return type;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token, method.DeclaringType?.GetGenericArguments(),
             method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null);
        return member switch
        {
            Type type => [type],
            MethodBase called => Signature(called).Append(called.DeclaringType).OfType<Type>(),
            FieldInfo field => [field.FieldType, field.DeclaringType!],
            _ => [],
        };
    }
}
