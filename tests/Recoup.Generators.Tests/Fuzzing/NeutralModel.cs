using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Recoup.Binding.Actions;
using Recoup.Binding.Names;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Generators.Actions;
using Recoup.Typed.Generated;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>
/// Replaces every text of a bound connector, or of its header, with a harmless one and keeps the C# names. Both connectors must be emitted
/// as the same code: the texts may only change the content of literals and documentation.
/// </summary>
internal static partial class NeutralModel
{
    private static readonly HashSet<string> Names = ["Name", "MethodName", "ClassName"];

    private static readonly HashSet<string> Texts =
    [
        "Slug", "Title", "Description", "WireName", "WireValue", "Default", "Notes", "Examples", "Constant",
        "Rules",
    ];

    private static readonly ConcurrentDictionary<Type, (ConstructorInfo Constructor, PropertyInfo[] Properties, PropertyInfo[] Others)>
        Records = new();

    public static ConnectorModel Of(ConnectorModel connector) => (ConnectorModel)Map(connector, "", "")!;

    public static ConnectorHeader Of(ConnectorHeader header) => (ConnectorHeader)Map(header, "", "")! with
    {
        Slug = header.Slug == MetaConnector.Slug ? header.Slug : "t",
    };

    private static object? Map(object? value, string owner, string role) => value switch
    {
        null => null,
        string text => Text(text, owner, role),
        ConstraintModel { Kind: ConstraintKind.Pattern } pattern =>
            pattern with { Operand = "p", Regex = pattern.Regex == pattern.Operand ? "p" : "r" },
        ConstraintModel bound => bound,
        ActionModel action => (ActionModel)Record(action, typeof(ActionModel)) with
        {
            Title = action.Title == action.Slug ? "t" : "title",
        },
        MemberModel member => (MemberModel)Record(member, typeof(MemberModel)) with { WireName = WireName(member) },
        EnumValueModel named => named with { WireValue = WireValue(named) },
        IEnumerable items => Activator.CreateInstance(value.GetType(), Items(items, value.GetType().GetGenericArguments()[0], owner, role)),
        _ when value.GetType() is { IsEnum: false, IsPrimitive: false } type => Record(value, type),
        _ => value,
    };

    private static string Text(string text, string owner, string role)
    {
        if (role == "Part")
            return text;
        if (Names.Contains(role))
        {
            // Any identifier is one token.
            OneIdentifier().IsMatch(text).ShouldBeTrue($"{owner}.{role} is '{text}'");
            return text;
        }

        Texts.ShouldContain(role, $"Is {owner}.{role} a C# name or a text from outside?");

        // A text that is empty has no documentation.
        return text.Trim().Length == 0 ? "" : "t";
    }

    // The runtime derives the name of a parameter from its wire name, and generated code names the others.
    private static string WireName(MemberModel member)
    {
        var isDerived = ParameterName.Of(member.WireName) == member.Name;
        string[] candidates = ["t", "other", member.Name, member.WireName];
        return candidates.First(candidate => ParameterName.Of(candidate) == member.Name == isDerived);
    }

    // A value has documentation unless its name says it all.
    private static string WireValue(EnumValueModel value)
    {
        var isPlain = Identifier.Pascal(value.WireValue) == value.Name;
        string[] candidates = ["t", "other", value.Name, value.WireValue];
        return candidates.First(candidate => Identifier.Pascal(candidate) == value.Name == isPlain);
    }

    private static Array Items(IEnumerable items, Type type, string owner, string role)
    {
        var mapped = items.Cast<object?>().Select(item => Map(item, owner, role)).ToArray();
        var array = Array.CreateInstance(type, mapped.Length);
        mapped.CopyTo(array, 0);
        return array;
    }

    private static object Record(object value, Type type)
    {
        var (constructor, properties, others) = Records.GetOrAdd(type, static type =>
        {
            var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
            PropertyInfo[] properties = [.. constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name!)!)];
            return (constructor, properties, [.. type.GetProperties().Except(properties).Where(property => property.CanWrite)]);
        });
        if (properties.Length == 0)
            return value;
        var record = constructor.Invoke([.. properties.Select(property => Map(property.GetValue(value), type.Name, property.Name))]);
        foreach (var property in others)
            property.SetValue(record, Map(property.GetValue(value), type.Name, property.Name));
        return record;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*\z")]
    private static partial Regex OneIdentifier();
}
