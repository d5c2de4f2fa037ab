using System.Reflection;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>Reads what the attributes of generated code say about the method of an action.</summary>
internal static class GeneratedAction
{
    /// <summary>The slug of a generated method.</summary>
    /// <exception cref="ArgumentException">The method is not generated from an action.</exception>
    public static string SlugOf(Delegate action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var method = action.Method;
        return method.GetCustomAttribute<RecoupActionAttribute>()?.Slug ?? throw new ArgumentException(
            $"Expected a generated action; {method.DeclaringType?.Name}.{method.Name} has no [RecoupAction]. "
                + "Pass the generated method itself, for example GoogleSheets.BatchUpdate. A lambda around the method hides it.",
            nameof(action));
    }

    /// <summary>The slug of the connector of a generated method.</summary>
    /// <exception cref="ArgumentException">The method is not generated from an action.</exception>
    public static string ConnectorOf(Delegate action)
    {
        var slug = SlugOf(action);
        var declaring = action.Method.DeclaringType;
        return action.Method.Module.Assembly.GetCustomAttributes<RecoupConnectorAttribute>()
            .FirstOrDefault(connector => connector.Actions == declaring)?.Slug ?? ConnectorPrefix.Of(slug);
    }
}
