using Isthmus.Core.Loads;

namespace Isthmus.Functions.Loads;

/// <summary>Brings kinds of which there is one for each of something.</summary>
public interface ILoadKindSource
{
    /// <summary>The kinds.</summary>
    IEnumerable<ILoadKind> Kinds { get; }
}
