using System.Reflection;
using Recoup.Typed;

namespace Agent;

internal static class Slug
{
    /// <summary>The slug of a generated method.</summary>
    public static string Of(Delegate action) => action.Method.GetCustomAttribute<RecoupActionAttribute>()!.Slug;
}
