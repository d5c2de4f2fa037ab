using System.Globalization;
using System.Text;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>
/// The parameters of an action in the manner of TypeScript, required ones first:
/// <c>(owner: string, title: string | integer, labels?: string[])</c>.
/// </summary>
internal static class ActionSignature
{
    private const int Depth = 4;
    private const int RoomForNote = 12;

    /// <summary>The signature of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="length">The most characters it may have. A long one loses first nested members, then parameters at its end.</param>
    public static string Of(CatalogAction action, int length)
    {
        var parameters = ParameterReader.Read(action);
        var types = new TypeWriter(action.ParametersSource);
        var text = new StringBuilder("(");
        for (var i = 0; i < parameters.Count; i++)
        {
            var separator = i > 0 ? ", " : "";
            if (Fitting(parameters[i], types, length - text.Length - RoomForNote) is not { } parameter)
            {
                text.Append(CultureInfo.InvariantCulture, $"{separator}… {parameters.Count - i} more");
                break;
            }

            text.Append(separator).Append(parameter);
        }

        return text.Append(')').ToString();
    }

    private static string? Fitting(Parameter parameter, TypeWriter types, int length)
    {
        foreach (var depth in (ReadOnlySpan<int>)[Depth, 1, 0])
        {
            var text = parameter.Declaration(types, depth);
            if (text.Length <= length)
                return text;
        }

        return null;
    }
}
