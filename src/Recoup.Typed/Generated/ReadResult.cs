using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Reads an element of a result. It never throws. Called by generated code.</summary>
/// <typeparam name="T">The type to read.</typeparam>
/// <param name="json">The element.</param>
/// <param name="value">The value that was read.</param>
/// <returns>False if the element has another type.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool ReadResult<T>(JsonElement json, [MaybeNullWhen(false)] out T value);
