using System.Reflection;
using Recoup.Typed;

namespace Recoup.Emulator;

/// <summary>Finds out which action a generated method stands for.</summary>
internal static class ActionSlug
{
    /// <exception cref="RecoupEmulatorException">The method is not a generated one.</exception>
    public static string Of(Delegate action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Method.GetCustomAttribute<RecoupActionAttribute>()?.Slug ?? throw new RecoupEmulatorException(
            $"{action.Method.DeclaringType?.Name}.{action.Method.Name} is no generated action: it has no [RecoupAction]. "
            + "Pass the generated method itself, for example GoogleSheets.BatchUpdate, or the slug. A lambda around the method hides it.");
    }
}
