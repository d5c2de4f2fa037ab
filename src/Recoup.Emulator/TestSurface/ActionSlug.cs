using System.Diagnostics;
using System.Reflection;
using Recoup.Typed;

namespace Recoup.Emulator.TestSurface;

/// <summary>Finds the action of a generated method.</summary>
[StackTraceHidden]
internal static class ActionSlug
{
    /// <exception cref="RecoupEmulatorException">The method is not generated from an action.</exception>
    public static string Of(Delegate action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Method.GetCustomAttribute<RecoupActionAttribute>()?.Slug ?? throw new RecoupEmulatorException(
            $"{action.Method.DeclaringType?.Name}.{action.Method.Name} is not a generated action: it has no [RecoupAction]. "
            + "Pass the generated method itself, for example GoogleSheets.BatchUpdate, or the slug. A lambda around the method hides it.");
    }
}
