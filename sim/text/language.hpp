#pragma once

namespace evac {

enum class Language { en, zh };

} // namespace evac
