using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Recoup.CodeFixes.Tests.Editing;

/// <summary>The signatures that an editor shows while arguments are typed. Roslyn's service for them is internal.</summary>
internal static class SignatureHelp
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Features = Assembly.Load("Microsoft.CodeAnalysis.Features");

    /// <summary>Returns the signatures at a position of a document.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Document document, int position, CancellationToken cancellation)
    {
        var provider = Activator.CreateInstance(
            Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")
                .GetType("Microsoft.CodeAnalysis.CSharp.SignatureHelp.InvocationExpressionSignatureHelpProvider", throwOnError: true)!,
            nonPublic: true)!;
        var reason = Enum.Parse(TypeOf("SignatureHelp.SignatureHelpTriggerReason"), "InvokeSignatureHelpCommand");
        var trigger = Activator.CreateInstance(
            TypeOf("SignatureHelp.SignatureHelpTriggerInfo"), All, binder: null, [reason, null], CultureInfo.InvariantCulture)!;
        var method = TypeOf("SignatureHelp.ISignatureHelpProvider").GetMethod("GetItemsAsync", All)!;
        var display = method.GetParameters()[3].ParameterType.GetField("Default", All)!.GetValue(null);
        var help = (Task)method.Invoke(provider, [document, position, trigger, display, cancellation])!;
        await help;
        var items = help.GetType().GetProperty("Result")!.GetValue(help);
        return items is null ? [] : [.. ((IEnumerable)Value(items, "Items")).Cast<object>().Select(item => item.ToString()!)];
    }

    private static Type TypeOf(string name) => Features.GetType("Microsoft.CodeAnalysis." + name, throwOnError: true)!;

    private static object Value(object owner, string name) =>
        owner.GetType().GetProperty(name, All)?.GetValue(owner) ?? owner.GetType().GetField(name, All)!.GetValue(owner)!;
}
