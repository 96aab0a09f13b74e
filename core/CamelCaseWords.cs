using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isthmus.Core;

/// <summary>Writes an enum as its member's name in camelCase, wherever it is serialised: answers, histories, documents.</summary>
public sealed class CamelCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase) where T : struct, Enum;
