using System.Reflection;
using Isthmus.Embedded.Queues;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>A queue that gets what a function returns, or what one property of it holds.</summary>
/// <param name="Name">The property, or <c>$return</c>.</param>
/// <param name="Property">Null: the returned value itself.</param>
/// <param name="Queue">The queue; made when missing.</param>
/// <param name="Open">Its store.</param>
internal sealed record QueueOutput(string Name, PropertyInfo? Property, string Queue, Func<QueueStore> Open);
