namespace Isthmus.Core.Mapping;

/// <summary>One mapping document of a catalogue.</summary>
/// <param name="Name">Its name, such as <c>stripe-order</c>.</param>
/// <param name="Version">Declared version and short hash of the content: <c>1.0.0+3f2a9c01</c>.</param>
/// <param name="Source">What it reads.</param>
/// <param name="Target">What it makes.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Fields">How many fields it sets.</param>
/// <param name="Path">The file it came from.</param>
public sealed record MappingInfo(
    string Name, string Version, string Source, string Target, string Description, int Fields, string Path);
