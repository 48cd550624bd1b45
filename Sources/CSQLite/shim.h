#ifndef DOSSIER_CSQLITE_H
#define DOSSIER_CSQLITE_H

#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift does not call.
static inline int dossier_sqlite_set(sqlite3 *database, int option, int value) {
    return sqlite3_db_config(database, option, value, (int *)0);
}

#endif
